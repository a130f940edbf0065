/**
 * The folders of lib/ must not form an import cycle at run time; type imports do not count.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'no-folder-cycle',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    includeOnly: '^lib/',
    exclude: '\\.test\\.ts$|^lib/db/generated/',
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
  },
}
