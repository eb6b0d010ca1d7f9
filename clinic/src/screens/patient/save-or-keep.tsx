import { Button, Group } from '@mantine/core'
import { words } from './words.ts'

type SaveOrKeepProps = Readonly<{ ready: boolean; saving: boolean; onKeep: () => void }>

/** The end of a form about who somebody is: what was typed is written down, or all stays as it is. */
export const SaveOrKeep = ({ ready, saving, onKeep }: SaveOrKeepProps) => (
  <Group>
    <Button type="submit" disabled={!ready} loading={saving}>
      {words.written.save}
    </Button>
    <Button variant="default" onClick={onKeep}>
      {words.written.keep}
    </Button>
  </Group>
)
