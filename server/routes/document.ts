import { answer, type Route, route } from '../http/route.ts'
import { openApi } from '../openapi/document.ts'

/** The table of routes, told to whoever writes a program that asks them. */
export const documentRoutes = (all: () => readonly Route[]): readonly Route[] => [
  route(
    'GET',
    '/api/openapi.json',
    { may: 'anyone', audit: { not: 'reveals nothing about any patient' }, perMinute: 60 },
    async () => answer(openApi(all())),
  ),
]
