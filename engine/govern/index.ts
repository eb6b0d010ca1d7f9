/** How a pathway changes: its parts, who has signed them, its releases, and what two versions say otherwise. */

export { type Change, changesBetween } from './changes.ts'
export type { Difference } from './differences.ts'
export type { Hash } from './digester.ts'
export { adviceFollowing, lazyAdviceFollowing } from './following.ts'
export { type Part, type PartKind, partsOf } from './parts.ts'
export {
  inOrder,
  type ReleasedPathway,
  type ReleaseHead,
  readRelease,
  releaseText,
  untouchedHead,
} from './release.ts'
export { type AdviceInput, type LoggedAdvice, replayAdvice } from './replay-advice.ts'
export {
  type Attestation,
  type ReadDigests,
  readDigestsOf,
  type Shown,
  type SignatureStatus,
  type Since,
  signatureStatusOf,
} from './signature-status.ts'
