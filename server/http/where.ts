/** A path into what was sent, as screens read it: `entries[0].fields["session.units"]`. */
export const whereOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((where, part) => {
    if (typeof part === 'number') return `${where}[${part}]`
    const name = String(part)
    if (!/^[A-Za-z_]\w*$/.test(name)) return `${where}[${JSON.stringify(name)}]`
    return where === '' ? name : `${where}.${name}`
  }, '')
