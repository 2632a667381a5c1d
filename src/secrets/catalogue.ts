/**
 * Every credential the tool knows by form or by name.
 */
import { cloud, cloudNames } from './catalogue/cloud.js'
import { languageModelNames, languageModels } from './catalogue/language-models.js'
import { messaging, messagingNames } from './catalogue/messaging.js'
import { observability, observabilityNames } from './catalogue/observability.js'
import { payment, paymentNames } from './catalogue/payment.js'
import { sourceHosting, sourceHostingNames } from './catalogue/source-hosting.js'
import type { NamedFormat, TokenFormat } from './format.js'

/** Where two formats fit one text, the longer match wins, then the earlier entry. */
export const tokenFormats: readonly TokenFormat[] = [...sourceHosting, ...cloud, ...payment, ...messaging, ...languageModels, ...observability]

export const namedFormats: readonly NamedFormat[] = [
  ...sourceHostingNames,
  ...cloudNames,
  ...paymentNames,
  ...messagingNames,
  ...languageModelNames,
  ...observabilityNames,
]
