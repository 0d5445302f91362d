import ts from 'typescript'
import { expect, test } from 'vitest'
import { readSources } from './sources.ts'

/** What the package promises. A name that goes away or comes is a decision, so it is written down here too. */
const api = {
  'index.ts': [
    'DropOptions',
    'DropResult',
    'ErrorCode',
    'ErrorDetails',
    'ExitStatus',
    'GenerateOptions',
    'GenerateResult',
    'MigrateOptions',
    'MigrateResult',
    'ProgressEvent',
    'ProveOptions',
    'ProveResult',
    'RebaseOptions',
    'RebaseResult',
    'ResetOptions',
    'ResetResult',
    'RollbackOptions',
    'RollbackResult',
    'RunOptions',
    'SluiceError',
    'SquashOptions',
    'SquashResult',
    'StatusOptions',
    'StatusResult',
    'UpOptions',
    'UpResult',
    'UserConfig',
    'defineConfig',
    'drop',
    'generate',
    'migrate',
    'prove',
    'rebase',
    'squash',
    'reset',
    'rollback',
    'status',
    'up',
  ],
  'drizzle/declare.ts': [
    'BoundValue',
    'ColumnOptions',
    'CommentTarget',
    'CompositeTypeOptions',
    'ConstraintOptions',
    'Declaration',
    'DefaultPrivilegesOptions',
    'DeferrableOptions',
    'ExclusionElement',
    'ExclusionOptions',
    'ExtensionOptions',
    'FunctionArgument',
    'FunctionOptions',
    'FunctionType',
    'GrantOptions',
    'GrantTarget',
    'DomainOptions',
    'IndexElement',
    'IndexOptions',
    'PartitionBound',
    'PartitionBy',
    'PartitionKey',
    'PartitionOptions',
    'PublicationOptions',
    'PublishedPart',
    'RangeOptions',
    'RevokeOptions',
    'RoutineOptions',
    'SequenceOptions',
    'Settings',
    'TableOptions',
    'TenantColumnsOptions',
    'TenantPoliciesOptions',
    'TriggerEvent',
    'TriggerOptions',
    'TriggerRows',
    'ViewIndexOptions',
    'baseColumns',
    'pgComment',
    'pgCompositeType',
    'pgDefaultPrivileges',
    'pgDeferrable',
    'pgExclusion',
    'pgExtension',
    'pgFunction',
    'pgGrant',
    'pgPartition',
    'pgProcedure',
    'pgPublication',
    'pgRange',
    'pgRevoke',
    'pgSequenceOptions',
    'pgDomain',
    'pgTableOptions',
    'pgTrigger',
    'pgTsvector',
    'pgViewIndex',
    'tenantColumns',
    'tenantPolicies',
  ],
  'migrator.ts': [
    'Applied',
    'BundledMigration',
    'Condition',
    'Entry',
    'ErrorCode',
    'ErrorDetails',
    'ExitStatus',
    'Ledger',
    'Match',
    'MigrateEvent',
    'Migrated',
    'Migration',
    'Migrations',
    'MigratorEvent',
    'MigratorOptions',
    'Progress',
    'Session',
    'SluiceError',
    'Status',
    'migrate',
  ],
}

test.each(Object.entries(api))('%s exports what is promised, listed by hand', (file, promised) => {
  const { tree } = readSources().find(({ path }) => path === file)!
  const names = tree.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
      return [`not a list of names: ${statement.getText()}`]
    return statement.exportClause.elements.map(({ name }) => name.text)
  })
  expect(names.toSorted()).toEqual(promised.toSorted())
})

test('what a program imports loads no command before it is called', () => {
  const eager = readSources()
    .filter(({ path }) => path.startsWith('api/') && path !== 'api/migrator.ts')
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ mode, specifier }) => mode === 'static' && !/^\.\/run|errors|commands\/failure/.test(specifier))
        .map(({ specifier }) => `${path}: ${specifier}`),
    )
  expect(eager).toEqual([])
})
