import { SimpleGrid, Text, Title } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import { Link } from 'react-router'
import classes from './doors.module.css'

export type Door = Readonly<{ to: string; Icon: LucideIcon; title: string; text: string }>

/** Where one can go from here, each a large target that says what is behind it. */
export const Doors = ({ doors }: Readonly<{ doors: readonly Door[] }>) => (
  <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
    {doors.map(({ to, Icon, title, text }) => (
      <Link key={to} to={to} className={classes.door}>
        <Icon size={30} strokeWidth={1.6} aria-hidden />
        <Title order={2}>{title}</Title>
        <Text c="dimmed">{text}</Text>
      </Link>
    ))}
  </SimpleGrid>
)
