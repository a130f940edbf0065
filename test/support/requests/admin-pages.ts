import { readdirSync } from 'node:fs'

const FOLDER = 'app/(dashboard)/admin'

/** An administration page as it exists in the app folder. */
export interface AdminPage {
  /** The path from the root of the repository. */
  file: string
  /** The segments in Next.js notation: groups included, parameters as `[name]=value`. */
  segments: string[]
  /** The path in the browser. */
  path: string
}

/** Returns every administration page. Each path parameter is `id`. */
export function adminPages(id = 'x'): AdminPage[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:^|\/)page\.tsx$/.test(file),
  )
  return files.map((file) => {
    const folders = ['(dashboard)', 'admin', ...file.split('/').slice(0, -1)]
    const segments = folders.map((folder) => (folder.startsWith('[') ? `${folder}=${id}` : folder))
    const names = segments.filter((segment) => !segment.startsWith('('))
    return {
      file: `${FOLDER}/${file}`,
      segments,
      path: `/${names.map((name) => name.replace(/^\[.*=/, '')).join('/')}`,
    }
  })
}
