import type { LotRecall } from '@facialis/wire'
import { Anchor, Button, Group, Table, TextInput } from '@mantine/core'
import { PrinterIcon } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSend } from '../../api/use-send.ts'
import { EmptyState } from '../../frame/empty-state.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { Page } from '../../frame/page.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords } from '../../words/dates.ts'
import { words } from './words.ts'

/** A lot is called back: who got it, when, and how to reach them, on one sheet. */
export function Screen() {
  const [lot, setLot] = useState('')
  const recall = useSend('POST', '/api/lots/recall')
  const found = recall.answer
  return (
    <Page title={words.title} lead={words.lead}>
      <Form onSend={() => void recall.send({ lot: lot.trim() })} problem={recall.problem}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={words.lot}
            description={words.lotHint}
            inputWrapperOrder={['label', 'description', 'input', 'error']}
            value={lot}
            error={recall.problemAt('lot')}
            onChange={(event) => setLot(event.currentTarget.value)}
          />
          <Button type="submit" disabled={lot.trim() === ''} loading={recall.sending}>
            {words.find}
          </Button>
        </Group>
      </Form>
      {recall.problem !== null && recall.problem.where !== 'lot' && <ErrorPanel problem={recall.problem} />}
      {found !== null &&
        (found.people.length === 0 ? (
          <EmptyState title={words.nobody(found.lot)} text={words.nobodyText} />
        ) : (
          <Found found={found} />
        ))}
    </Page>
  )
}

const Found = ({ found }: Readonly<{ found: LotRecall }>) => (
  <Panel
    title={words.found(found.people.length, found.lot)}
    actions={
      <Button variant="default" size="xs" leftSection={<PrinterIcon size={16} aria-hidden />} onClick={() => print()}>
        {words.print}
      </Button>
    }
  >
    <Table.ScrollContainer minWidth={480}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {[words.name, words.born, words.phone, words.email, words.given].map((title) => (
              <Table.Th key={title} scope="col">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.people.map(({ id, name, birthDate, phone, email, given }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor component={Link} to={`/patients/${encodeURIComponent(id)}`}>
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td>{birthDate === null ? words.unknown : dateWords(birthDate)}</Table.Td>
              <Table.Td>{phone ?? words.unknown}</Table.Td>
              <Table.Td>{email ?? words.unknown}</Table.Td>
              <Table.Td>{given.map((day) => (day === null ? words.unknown : dateWords(day))).join(', ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  </Panel>
)
