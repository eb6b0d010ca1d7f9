import type { DurableRecord } from '@facialis/record'
import type { FeedbackRequest } from '../cards/hook-request.ts'
import type { Service } from '../cards/services.ts'

/** Keeps what was told of cards. @returns how much of it was new */
export const keepFeedback = (
  { feedback }: Pick<DurableRecord, 'feedback'>,
  told: readonly FeedbackRequest[],
  { service, client }: Readonly<{ service: Service; client: string }>,
): Promise<number> =>
  feedback.add(
    told.map(({ card, outcome, outcomeTimestamp, acceptedSuggestions = [], overrideReason }) => ({
      service: service.id,
      client,
      card,
      outcome,
      at: outcomeTimestamp,
      reasonSystem: overrideReason?.reason?.system ?? null,
      reasonCode: overrideReason?.reason?.code ?? null,
      comment: overrideReason?.userComment ?? null,
      taken: acceptedSuggestions.length,
    })),
  )
