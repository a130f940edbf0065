import { existsSync, readdirSync } from 'node:fs'
import { contracts } from '@/lib/edge/contracts'
import { singleton } from '@/lib/base/singleton'

const OTHER = 'other'

interface Templates {
  exact: ReadonlySet<string>
  /** The routes with a variable part, split at the slashes. */
  varying: readonly (readonly string[])[]
}

/**
 * Returns the route that a path belongs to, with `{id}` for what varies. The result is one of a few known routes, or
 * `other`.
 */
export function routeTemplate(path: string): string {
  if (path.startsWith('/_next/static/')) return '/_next/static'
  const plain = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
  const { exact, varying } = templates()
  if (exact.has(plain)) return plain
  const parts = plain.split('/')
  return varying.find((template) => fits(template, parts))?.join('/') ?? OTHER
}

function fits(template: readonly string[], parts: readonly string[]): boolean {
  return template.length === parts.length && template.every((part, index) => isVarying(part) || part === parts[index])
}

const isVarying = (part: string) => part.startsWith('{')

function templates(): Templates {
  return singleton('route-templates', () => {
    const all = [...new Set([...contracts.map(({ path }) => path), ...pagePaths()])]
    const isFixed = (path: string) => !path.split('/').some(isVarying)
    return {
      exact: new Set(all.filter(isFixed)),
      varying: all.filter((path) => !isFixed(path)).map((path) => path.split('/')),
    }
  })
}

/** Lists the paths of the pages, from the files that define them. */
function pagePaths(): string[] {
  if (!existsSync('app')) return []
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  return files.flatMap((file) => {
    const parts = file.split(/[/\\]/)
    if (parts.pop() !== 'page.tsx') return []
    const shown = parts.filter((part) => !part.startsWith('('))
    return [`/${shown.map((part) => (part.startsWith('[') ? `{${part.slice(1, -1)}}` : part)).join('/')}`]
  })
}
