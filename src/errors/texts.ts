/** What is said of each error code. `{name}` in a title or hint is filled from the details. */
export type ErrorTexts = Readonly<
  Record<
    string,
    {
      /** What happened to which object. */
      readonly title: string
      /** The next command to type. */
      readonly hint: string
    }
  >
>
