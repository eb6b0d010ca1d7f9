import { useMe } from '../api/queries.ts'
import { words } from './words.ts'

/** The last line of a sheet that leaves the house: what drew it up, and who stands behind the guidance it follows. */
export function PaperFoot() {
  const guidance = useMe().data?.guidance
  return guidance === undefined ? null : <p>{words.banner.onPaper(guidance)}</p>
}
