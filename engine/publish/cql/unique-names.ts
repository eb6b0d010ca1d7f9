/** Longer names are truncated after a word. */
const maxLength = 90

/** Makes the names of one library unique. */
export function uniqueNames() {
  const taken = new Set<string>()
  return {
    /** Takes the name unchanged, because other systems refer to it. */
    reserve: (name: string): void => {
      if (taken.has(name)) throw new Error(`Two things that other systems ask for are called ${name}.`)
      taken.add(name)
    },
    /** The name itself, or with a number where it is taken. */
    name: (wanted: string): string => {
      const short = truncated(wanted)
      let name = short
      for (let next = 2; taken.has(name); next++) name = `${short} (${next})`
      taken.add(name)
      return name
    },
  }
}

/** On one line: a second line would be indented with the text around it, which would change the name. */
function truncated(words: string): string {
  const text = words.replace(/\s+/g, ' ')
  if (text.length <= maxLength) return text
  const end = text.lastIndexOf(' ', maxLength)
  return `${text.slice(0, end < 0 ? maxLength : end)} …`
}

/** The name of a tuple element: a dot would be read as a path. */
export const memberName = (name: string): string => name.replaceAll('.', ' ')
