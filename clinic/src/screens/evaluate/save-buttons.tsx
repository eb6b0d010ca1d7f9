import { Button, Group, Text } from '@mantine/core'
import { words } from './words.ts'

type SaveButtonsProps = Readonly<{
  canSave: boolean
  canSign: boolean
  maySign: boolean
  saving: boolean
  onSave: () => void
  onSign: () => void
}>

/** Saving is for everybody who may record a visit; signing only for those who may sign. The server checks both. */
export const SaveButtons = ({ canSave, canSign, maySign, saving, onSave, onSign }: SaveButtonsProps) => (
  <>
    <Group>
      <Button onClick={onSave} disabled={!canSave} loading={saving}>
        {words.save}
      </Button>
      {maySign && (
        <Button variant="outline" onClick={onSign} disabled={!canSign} loading={saving}>
          {words.sign}
        </Button>
      )}
    </Group>
    {maySign && !canSign && (
      <Text size="sm" c="dimmed">
        {words.signNeeds}
      </Text>
    )}
  </>
)
