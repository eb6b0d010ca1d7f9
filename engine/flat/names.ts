/** Words that some SQL engine keeps for itself; a column or table of that name gets a stroke at its end. */
const reserved = new Set(
  (
    'all analyse analyze and any array as asc asymmetric authorization between binary both by case cast check collate collation column ' +
    'commit concurrently constraint create cross current current_date current_role current_time current_timestamp current_user ' +
    'cursor database date day default deferrable delete desc describe distinct do drop else end escape except exception execute exists ' +
    'false fetch filter float for foreign freeze from full function grant group grouping having hour if ilike in index initially inner insert ' +
    'intersect interval into is isnull join key lambda lateral leading left level like limit local localtime localtimestamp mode month ' +
    'natural not notnull null number of off offset on only or order outer over overlaps partition pivot placing position primary qualify ' +
    'range recursive references release replace returning right row rows savepoint second select session session_user set show similar ' +
    'size some start summarize symmetric system_user table tables tablesample temp then time timestamp to top trailing transaction ' +
    'trigger true type union unique unpivot update user using value values variadic verbose view when where window with within year ' +
    // Columns that every table of PostgreSQL has.
    'cmax cmin ctid tableoid xmax xmin'
  ).split(' '),
)

/** PostgreSQL cuts a name after 63 bytes, silently. */
const longest = 63

/** `ph.otherBabinski` as `ph_other_babinski`: plain snake case, which no engine needs to have quoted. */
export function snakeCase(id: string): string {
  const words = id
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return /^[a-z]/.test(words) ? words : `n_${words}`
}

/** Gives names out, each once: whoever comes second to one gets a number. */
export function naming(): (wanted: string) => string {
  const taken = new Set<string>()
  const fitting = (name: string, ending: string): string => `${name.slice(0, longest - ending.length)}${ending}`
  return (wanted) => {
    const plain = reserved.has(wanted) ? `${wanted}_` : wanted
    let name = fitting(plain, '')
    for (let other = 2; taken.has(name); other++) name = fitting(plain, `_${other}`)
    taken.add(name)
    return name
  }
}
