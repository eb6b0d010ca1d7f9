import classes from './advice-banner.module.css'
import { words } from './words.ts'

/** Stands under every clinical screen: who stands behind this guidance, and that a clinician decides. */
export const AdviceBanner = ({ guidance }: Readonly<{ guidance: string }>) => (
  <p className={classes.banner} role="note">
    <strong>{words.banner.guidance(guidance)}</strong> {words.banner.clinician}
  </p>
)
