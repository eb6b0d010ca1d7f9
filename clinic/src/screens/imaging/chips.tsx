import { Checkbox, Group } from '@mantine/core'
import { valueWords } from '../../words/clinical.ts'

type ChipsProps = Readonly<{
  label: string
  values: readonly string[]
  chosen: readonly string[]
  onToggle: (value: string) => void
}>

/** A few members of a set, side by side under one name. */
export const Chips = ({ label, values, chosen, onToggle }: ChipsProps) => (
  <Checkbox.Group label={label} value={[...chosen]}>
    <Group gap="sm" mt={2}>
      {values.map((value) => (
        <Checkbox
          key={value}
          size="sm"
          value={value}
          label={valueWords(value)}
          checked={chosen.includes(value)}
          onChange={() => onToggle(value)}
        />
      ))}
    </Group>
  </Checkbox.Group>
)
