import classes from './advice-banner.module.css'
import { words } from './words.ts'

/** Stands under every clinical screen: nobody has signed this guidance, and a clinician decides. */
export const AdviceBanner = () => (
  <p className={classes.banner} role="note">
    <strong>{words.banner.draft}</strong> {words.banner.clinician}
  </p>
)
