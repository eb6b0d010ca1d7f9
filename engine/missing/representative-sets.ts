/** With so many kinds of members every set of them is tried: with more there are too many. */
const maxKinds = 3

/**
 * Representative values of an unknown set. `asked` are the lists of members that conditions ask for; members that none of
 * them tells apart are in it together, and what nobody asks for is not. Of many kinds: none, all, each alone, and all but
 * each, so that every two come out every way they can.
 */
export function representativeSets(
  members: readonly string[],
  asked: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const kinds = [...Map.groupBy(members, (member) => asked.map((list) => (list.includes(member) ? 1 : 0)).join(''))]
    .filter(([kind]) => kind.includes('1'))
    .map(([, alike]) => alike)
  const all = kinds.flat()
  if (kinds.length > maxKinds)
    return [[], all, ...kinds, ...kinds.map((kind) => all.filter((member) => !kind.includes(member)))]
  const sets: (readonly string[])[] = [[]]
  for (const kind of kinds) sets.push(...sets.map((one) => [...one, ...kind]))
  return sets
}
