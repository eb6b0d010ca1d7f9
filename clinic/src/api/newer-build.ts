/** The program that a first page names. A build names its files by what is in them, so another build names another. */
export const programIn = (page: string): string | null => /<script\b[^>]*\bsrc="([^"]+)"/.exec(page)?.[1] ?? null

/** Whether the server has another build than the one that runs here; not where nobody can tell. */
export async function isReplaced(): Promise<boolean> {
  try {
    const answer = await fetch('/', { cache: 'no-store', headers: { Accept: 'text/html' } })
    const there = answer.ok ? programIn(await answer.text()) : null
    return there !== null && there !== document.querySelector('script[src]')?.getAttribute('src')
  } catch {
    // There is no connection.
    return false
  }
}

/**
 * Loads a part of the program that does not come with the page. Where a newer build has taken its place, the page begins
 * anew, and this never comes to an end; what is typed is kept by whatever keeps it when a page is left.
 * @throws as the browser does, when it does not come for another reason
 */
export async function partOf<T>(load: () => Promise<T>, begin = () => window.location.reload()): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!(await isReplaced())) throw error
    begin()
    return new Promise(() => undefined)
  }
}
