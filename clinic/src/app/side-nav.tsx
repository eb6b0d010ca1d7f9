import type { Role } from '@facialis/wire'
import { Divider, NavLink as Item, Kbd, Stack, Text } from '@mantine/core'
import { NavLink, useMatch } from 'react-router'
import { type Destination, destinationsOf, frontDoorDestinations, patientDestinations } from '../frame/destinations.ts'
import { words } from '../frame/words.ts'
import classes from './side-nav.module.css'

type SideNavProps = Readonly<{ roles: readonly Role[]; emergency: boolean; onGo: () => void; showKeys: boolean }>

/** The way round the clinic; the open person's screens appear while one is open. */
export function SideNav({ roles, emergency, onGo, showKeys }: SideNavProps) {
  const id = useOpenPatientId()
  const list = (destinations: readonly Destination[]) =>
    destinations.map((destination) => (
      <Entry key={destination.to} destination={destination} onGo={onGo} showKeys={showKeys} />
    ))
  return (
    <Stack gap={2}>
      {list(destinationsOf(roles, { emergency }))}
      {id !== null && (
        <>
          <Divider my="xs" />
          <Heading text={words.nav.thisPatient} />
          {list(patientDestinations(id))}
        </>
      )}
      <Divider my="xs" />
      <Heading text={words.nav.frontDoor} />
      {list(frontDoorDestinations.slice(1, 3))}
      {list(frontDoorDestinations.slice(4))}
    </Stack>
  )
}

/** The person whose screens are open, by the address. */
export function useOpenPatientId(): string | null {
  return useMatch('/patients/:id/*')?.params.id ?? null
}

const Heading = ({ text }: Readonly<{ text: string }>) => (
  <Text size="xs" c="dimmed" fw={600} px="sm" pb={4}>
    {text}
  </Text>
)

const Entry = ({
  destination: { to, label, keys },
  onGo,
  showKeys,
}: Readonly<{ destination: Destination; onGo: () => void; showKeys: boolean }>) => {
  // The book has pages of its own below its address.
  const isWhole = !to.startsWith('/guidance')
  const active = useMatch({ path: to, end: isWhole }) !== null
  return (
    <Item
      component={NavLink}
      to={to}
      end={isWhole}
      label={label}
      active={active}
      onClick={onGo}
      className={classes.entry}
      rightSection={
        keys !== undefined && showKeys ? (
          <Kbd size="xs" className={classes.keys} aria-hidden>
            {keys}
          </Kbd>
        ) : null
      }
    />
  )
}
