import { useMe } from '../../api/queries.ts'
import { ReferForm } from '../refer/refer-form.tsx'

/** A fax, a letter or a voice mail, entered by the clinic. */
export const Screen = () => <ReferForm staff to="/api/patients" today={useMe().data?.today ?? ''} />
