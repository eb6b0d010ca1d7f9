import { ReferForm } from './refer-form.tsx'

/** The public door for referrers. */
export const Screen = () => <ReferForm to="/api/front-door/referrals" staff={false} />
