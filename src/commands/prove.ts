import { command } from './command.ts'
import { projectOptions } from './project.ts'
export const prove = command({
  name: 'prove',
  summary: 'Prove migrations on an embedded Postgres.',
  access: 'write',
  options: { ...projectOptions },
  async run() {
    return {}
  },
  text: () => '',
})
