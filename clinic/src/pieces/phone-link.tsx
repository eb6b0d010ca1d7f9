import { Anchor } from '@mantine/core'
import { callTo } from './call-to.ts'
import classes from './phone-link.module.css'

/** A telephone number to press; words in its place are drawn as they stand. */
export const PhoneLink = ({ phone }: Readonly<{ phone: string }>) => {
  const link = callTo(phone)
  return link === null ? (
    <span>{phone}</span>
  ) : (
    <Anchor inherit underline="always" href={link} className={classes.whole}>
      {phone}
    </Anchor>
  )
}
