import { words } from '../pieces/words.ts'
import { useOpenPatient } from './open-patient.ts'

/** The last line of a sheet that leaves the house: what drew it up, and who stands behind the guidance that speaks to this person. */
export const PaperFoot = () => <p>{words.banner.onPaper(useOpenPatient().view.follows.guidance)}</p>
