/** The longest name made from words; a longer one is cut at a word. */
const longest = 90

/** Gives everything in one library a name of its own. */
export function naming() {
  const taken = new Set<string>()
  return {
    /** As it is: others ask for it by this name. */
    keep: (name: string): void => {
      if (taken.has(name)) throw new Error(`Two things that other systems ask for are called ${name}.`)
      taken.add(name)
    },
    /** As near to these words as is free. */
    name: (wanted: string): string => {
      const short = cut(wanted)
      let name = short
      for (let next = 2; taken.has(name); next++) name = `${short} (${next})`
      taken.add(name)
      return name
    },
  }
}

/** In one line: another one would be moved in with the text around it, and be another name. */
function cut(words: string): string {
  const text = words.replace(/\s+/g, ' ')
  if (text.length <= longest) return text
  const end = text.lastIndexOf(' ', longest)
  return `${text.slice(0, end < 0 ? longest : end)} …`
}

/** A name for a member of a tuple: a point would read as a path into it. */
export const memberName = (name: string): string => name.replaceAll('.', ' ')
