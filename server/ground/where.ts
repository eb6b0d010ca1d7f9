/** A path into what was sent, as screens read it: `entries[0].fields["session.units"]`. */
export const whereOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((where, part) => {
    if (typeof part === 'number') return `${where}[${part}]`
    const name = String(part)
    if (!/^[A-Za-z_]\w*$/.test(name)) return `${where}[${JSON.stringify(name)}]`
    return where === '' ? name : `${where}.${name}`
  }, '')

/**
 * What a shape says in words of its own of what it was given; null where only the library speaks, which says more or less of it
 * by what else the program has loaded.
 */
export const ownWords = (issue: Readonly<{ message: string }> | undefined): string | null =>
  issue === undefined || issue.message.startsWith('Invalid input') ? null : issue.message
