import { readdirSync } from 'node:fs'

const FOLDER = 'app/(dashboard)/admin'

/** A page of the administration as it lies in the folder of the app. */
export interface AdminPage {
  /** From the root of the repository. */
  file: string
  /** Its segments as Next.js has them, with groups, and `[name]=value` where one is a parameter. */
  segments: string[]
  /** Its address. */
  path: string
}

/** Every page of the administration; each parameter of an address is `id`. */
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
