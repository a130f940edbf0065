/** An indirect way to request a page. */
export type Detour = [name: string, path: string, headers: Record<string, string>]

const subrequest = Array.from({ length: 5 }, () => 'middleware').join(':')

/**
 * Returns the header of a browser that already has the layouts and their guards, and requests only the page. `segments`
 * are in Next.js notation: groups included, parameters as `[name]=value`.
 */
export function belowLayouts(segments: readonly string[]): Record<string, string> {
  const leaf: unknown = ['__PAGE__', {}, null, 'refetch']
  const tree = ['', ...segments].reduceRight((children, segment) => [treeSegment(segment), { children }], leaf)
  return { 'next-router-state-tree': encodeURIComponent(JSON.stringify(tree)) }
}

function treeSegment(segment: string): unknown {
  const [, name, value] = /^\[(\w+)\]=(.*)$/.exec(segment) ?? []
  return name === undefined ? segment : [name, value, 'd']
}

/** Returns the ways that have bypassed the guards of pages in Next.js before. */
export function detoursTo(page: string, segments: readonly string[]): Detour[] {
  const lastSlash = page.lastIndexOf('/')
  const withLastSlash = (text: string) => `${page.slice(0, lastSlash)}${text}${page.slice(lastSlash + 1)}`
  const [, first = '', rest = ''] = /^\/([^/]+)(.*)$/.exec(page) ?? []
  const encodedLetter = `%${first.charCodeAt(0).toString(16)}${first.slice(1)}`
  return [
    ['nothing', page, {}],
    ['HEAD', page, {}],
    ['RSC', page, { rsc: '1' }],
    ['a prefetch', page, { rsc: '1', 'next-router-prefetch': '1' }],
    ['a prefetch at run time', page, { rsc: '1', 'next-router-prefetch': '2' }],
    ['a prefetch without RSC', page, { 'next-router-prefetch': '1', purpose: 'prefetch' }],
    ['the tree', page, { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
    ['a segment', page, { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': `${page}/__PAGE__` }],
    ['the page below its layout', page, { rsc: '1', ...belowLayouts(segments) }],
    ['_rsc', `${page}?_rsc=x`, {}],
    ['_rsc and RSC', `${page}?_rsc=x`, { rsc: '1' }],
    ['.rsc', `${page}.rsc`, {}],
    ['.prefetch.rsc', `${page}.prefetch.rsc`, {}],
    ['.segments', `${page}.segments/_tree.segment.rsc`, {}],
    ['.txt', `${page}.txt`, {}],
    ['.json', `${page}.json`, {}],
    ['_next/data', `/_next/data/build${page}.json`, { 'x-nextjs-data': '1' }],
    ['two slashes', `/${page}`, {}],
    ['two slashes within', withLastSlash('//'), {}],
    ['a slash at the end', `${page}/`, {}],
    ['a backslash', withLastSlash('\\'), {}],
    ['an encoded letter', `/${encodedLetter}${rest}`, {}],
    ['an encoded slash', withLastSlash('%2f'), {}],
    ['upper case', `/${first.toUpperCase()}${rest}`, {}],
    ['the name of its group', `/(dashboard)${page}`, {}],
    ['a path behind the guard of another', `/login/..${page}`, {}],
    ['a locale', `/en${page}`, {}],
    ['the header of the middleware', page, { 'x-middleware-subrequest': subrequest }],
    ['the header of the middleware in src', page, { 'x-middleware-subrequest': `src/${subrequest}` }],
    ['an inner path', '/login', { 'x-matched-path': page, 'x-invoke-path': page, 'x-now-route-matches': '1' }],
    ['an original URL', '/', { 'x-original-url': page, 'x-rewrite-url': page, 'x-middleware-rewrite': page }],
    ['a preview', page, { cookie: '__prerender_bypass=x; __next_preview_data=x', 'x-prerender-revalidate': 'x' }],
    ['a key for a cookie', page, { authorization: 'Token lkp_000000000000000000000000000000000000' }],
  ] // prettier-ignore
}
