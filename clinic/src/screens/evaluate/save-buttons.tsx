import { Button, Group, Text } from '@mantine/core'
import { useMe } from '../../api/queries.ts'
import { words } from './words.ts'

type SaveButtonsProps = Readonly<{
  canSave: boolean
  canSign: boolean
  saving: boolean
  onSave: () => void
  onSign: () => void
}>

/** Saving is for everybody who may record a visit; signing only for roles that may sign. The server checks both. */
export function SaveButtons({ canSave, canSign, saving, onSave, onSign }: SaveButtonsProps) {
  const roles = useMe().data?.account?.roles ?? []
  const maySign = roles.includes('clinician') || roles.includes('surgeon')
  return (
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
      <Text size="sm" c="dimmed">
        {!maySign ? words.mayNotSign : canSign ? '' : words.signNeeds}
      </Text>
    </>
  )
}
