import type { TeamMember } from '@facialis/wire'

export type MemberForm = Readonly<{ name: string; role: string; phone: string; location: string; languages: string }>

export const memberForm = (member: TeamMember | null): MemberForm => ({
  name: member?.name ?? '',
  role: member?.role ?? '',
  phone: member?.phone ?? '',
  location: member?.location ?? '',
  languages: member?.languages.join(', ') ?? '',
})

// Cut in the middle of a sign it would be no part of an address.
const short = (text: string): string => text.slice(0, 60).toWellFormed()

/** What a draft about one entry is called, within what a draft may be called. The same role may be found at two places. */
export const memberDraft = (member: TeamMember | null): string =>
  member === null ? 'team.new' : ['team', 'of', ...[member.name, member.role, member.location].map(short)].join('.')

/** `English, Deutsch ` as two languages. */
export const memberOf = ({ name, role, phone, location, languages }: MemberForm): TeamMember => ({
  name: name.trim(),
  role: role.trim(),
  phone: phone.trim(),
  location: location.trim(),
  languages: languages
    .split(/[,;]/)
    .map((language) => language.trim())
    .filter((language) => language !== ''),
})

const same = (a: TeamMember, b: TeamMember): boolean => JSON.stringify(memberForm(a)) === JSON.stringify(memberForm(b))

/**
 * The directory with one entry put in the place of another: `before` null adds one, `after` null takes one out. The same
 * directory where that was done already: its answer may have been lost, and whoever presses again means no second entry.
 * Null when `before` is no longer there as it was, because somebody else changed it meanwhile.
 */
export function changedTeam(
  team: readonly TeamMember[],
  before: TeamMember | null,
  after: TeamMember | null,
): readonly TeamMember[] | null {
  const placeOf = (one: TeamMember | null): number => team.findIndex((member) => one !== null && same(member, one))
  const at = placeOf(before)
  if (at < 0 && placeOf(after) >= 0) return team
  if (before === null) return after === null ? team : [...team, after]
  return at < 0 ? null : [...team.slice(0, at), ...(after === null ? [] : [after]), ...team.slice(at + 1)]
}
