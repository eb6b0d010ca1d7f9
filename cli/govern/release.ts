import { changesBetween, inOrder, type ReleasedPathway, releaseText } from '@facialis/engine/govern/index.ts'
import { draft, type Pathway, signed } from '@facialis/language'
import { ExitError } from '../input/exit-error.ts'
import { pathwayOfVersion, releaseEnding, sha256, shippedReleases, titleOfVersion } from '../input/versions.ts'
import type { Published } from '../output/published.ts'
import { attestationsIn, shippedAttestations } from './attestations.ts'
import { diffPage } from './diff-page.ts'
import { requireSignOff } from './sign-off.ts'
import { signatureSummary, standingOn } from './standing.ts'

export type ReleaseAsked = Readonly<{
  effectiveFrom: string
  reviewBy: string
  isDraft: boolean
  /** The day on which it is released: what is signed ahead does not count yet. */
  on: string
  /** Where signatures stand; null for those of this copy. */
  attestations: string | null
}>

/** So many parts are named that are not signed; the others are counted. */
const mostNamed = 5

/**
 * The pathway as a release: signed, or said to be a draft. Refused where somebody has not signed a part, or signed it
 * before it was changed, or nobody but its authors stands behind it, unless a draft is meant; and where the version was released and said something else.
 * @throws ExitError
 */
export function pathwayReleased(pathway: Pathway, asked: ReleaseAsked): ReleasedPathway {
  const { effectiveFrom, reviewBy, isDraft } = asked
  if (reviewBy <= effectiveFrom)
    throw new ExitError(`A release is reviewed after it takes effect: ${reviewBy} is not after ${effectiveFrom}.`)
  mustBeNew(pathway, asked)
  if (!isDraft) {
    const folder = asked.attestations ?? shippedAttestations
    const { line, open } = signatureSummary(standingOn(pathway, attestationsIn(folder), asked.on))
    if (open.length > 0) {
      const named = [...open.slice(0, mostNamed), ...(open.length > mostNamed ? ['…'] : [])].join('; ')
      throw new ExitError(`Not released: ${line}. ${named}. With --draft it is released as "${draft}".`)
    }
    requireSignOff(pathway, folder, asked.on)
  }
  return { ...pathway, status: isDraft ? draft : signed, released: { effectiveFrom, reviewBy } }
}

/** A released version is never changed: neither what it says nor when it counts nor who stood behind it. */
function mustBeNew(pathway: Pathway, { effectiveFrom, reviewBy, isDraft }: ReleaseAsked): void {
  const higher = 'give the rules here a higher version'
  for (const { head } of shippedReleases()) {
    if (inOrder(pathway, head) < 0)
      throw new ExitError(`${head.version} is already released, and ${pathway.version} is lower: ${higher}.`)
    const { released, status } = head
    if (inOrder(pathway, head) > 0) {
      if (effectiveFrom < released.effectiveFrom)
        throw new ExitError(
          `${head.version} takes effect on ${released.effectiveFrom}, and ${pathway.version} is higher: it cannot take effect on ${effectiveFrom}.`,
        )
      continue
    }
    const changes = changesBetween(pathwayOfVersion(head.version), pathway)
    if (changes.length > 0)
      throw new ExitError(
        `${head.version} is already released and differs in ${changes.length === 1 ? '1 part' : `${changes.length} parts`}: ${higher}.`,
      )
    if (released.effectiveFrom !== effectiveFrom || released.reviewBy !== reviewBy || (status === draft) !== isDraft)
      throw new ExitError(
        `${head.version} was released as "${status}", in effect from ${released.effectiveFrom}, to be reviewed by ${released.reviewBy}: ${higher}.`,
      )
  }
}

/** The release itself, and what it changes for whom since the one before. */
export function releaseFiles(pathway: ReleasedPathway): readonly Published[] {
  const name = `releases/${pathway.id}-${pathway.version}`
  const last = shippedReleases().findLast(({ head }) => head.version !== pathway.version)?.head.version
  const { effectiveFrom, reviewBy } = pathway.released
  const title = `${pathway.id} ${pathway.version}`
  const first = `# ${title}\n\nThe first release, ${pathway.status}; in effect from ${effectiveFrom}, to be reviewed by ${reviewBy}.\n`
  return [
    { path: `${name}${releaseEnding}`, content: releaseText(pathway, sha256) },
    {
      path: `${name}.md`,
      content: last === undefined ? first : diffPage(pathwayOfVersion(last), pathway, [titleOfVersion(last), title]),
    },
  ]
}
