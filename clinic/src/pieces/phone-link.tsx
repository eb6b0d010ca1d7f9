import { dialled } from '@facialis/wire'
import { Anchor } from '@mantine/core'
import classes from './phone-link.module.css'

/** A telephone number to press. */
export const PhoneLink = ({ phone }: Readonly<{ phone: string }>) => (
  <Anchor inherit underline="always" href={`tel:${dialled(phone)}`} className={classes.whole}>
    {phone}
  </Anchor>
)
