// Generated from the folders of rules by scripts/generate.js; add a folder, not a line.
import type { RuleDefinition } from '../src/engine/rule.js'
import blockingCall from './blocking-call/rule.js'
import businessLogicInHandler from './business-logic-in-handler/rule.js'
import cascadingDelete from './cascading-delete/rule.js'
import chattyService from './chatty-service/rule.js'
import checkThenAct from './check-then-act/rule.js'
import dataAccessInHandler from './data-access-in-handler/rule.js'
import dualWrite from './dual-write/rule.js'
import escapedTransaction from './escaped-transaction/rule.js'
import eventHandlerWithoutRecovery from './event-handler-without-recovery/rule.js'
import externalCallInTransaction from './external-call-in-transaction/rule.js'
import externalCallWithoutTimeout from './external-call-without-timeout/rule.js'
import floatingPromise from './floating-promise/rule.js'
import godService from './god-service/rule.js'
import hardcodedSecret from './hardcoded-secret/rule.js'
import httpInService from './http-in-service/rule.js'
import leakyRepository from './leaky-repository/rule.js'
import middlewareOrder from './middleware-order/rule.js'
import missingIdempotency from './missing-idempotency/rule.js'
import missingRateLimit from './missing-rate-limit/rule.js'
import missingTransaction from './missing-transaction/rule.js'
import nPlusOneQuery from './n-plus-one-query/rule.js'
import noCircuitBreaker from './no-circuit-breaker/rule.js'
import nosqlInjection from './nosql-injection/rule.js'
import prematureMicroservices from './premature-microservices/rule.js'
import retryWithoutBackoff from './retry-without-backoff/rule.js'
import sagaWithoutCompensation from './saga-without-compensation/rule.js'
import scatteredValidation from './scattered-validation/rule.js'
import sensitiveDataInLog from './sensitive-data-in-log/rule.js'
import sharedTableWrite from './shared-table-write/rule.js'
import slowWorkInRequest from './slow-work-in-request/rule.js'
import sqlInjection from './sql-injection/rule.js'
import stringSql from './string-sql/rule.js'
import swallowedError from './swallowed-error/rule.js'
import syncFileProcessing from './sync-file-processing/rule.js'
import transactionWithoutTimeout from './transaction-without-timeout/rule.js'
import unboundedQuery from './unbounded-query/rule.js'
import uncachedRepeatedQuery from './uncached-repeated-query/rule.js'
import unexecutedQuery from './unexecuted-query/rule.js'
import unfilteredWrite from './unfiltered-write/rule.js'
import unhandledAsyncError from './unhandled-async-error/rule.js'
import uninformativeErrorLog from './uninformative-error-log/rule.js'
import unreleasedConnection from './unreleased-connection/rule.js'
import unsafeMigration from './unsafe-migration/rule.js'
import unvalidatedInput from './unvalidated-input/rule.js'
import unversionedRoute from './unversioned-route/rule.js'
import writeInQuery from './write-in-query/rule.js'

/** Every shipped rule, by id. */
export const rules: readonly RuleDefinition[] = [
  blockingCall,
  businessLogicInHandler,
  cascadingDelete,
  chattyService,
  checkThenAct,
  dataAccessInHandler,
  dualWrite,
  escapedTransaction,
  eventHandlerWithoutRecovery,
  externalCallInTransaction,
  externalCallWithoutTimeout,
  floatingPromise,
  godService,
  hardcodedSecret,
  httpInService,
  leakyRepository,
  middlewareOrder,
  missingIdempotency,
  missingRateLimit,
  missingTransaction,
  nPlusOneQuery,
  noCircuitBreaker,
  nosqlInjection,
  prematureMicroservices,
  retryWithoutBackoff,
  sagaWithoutCompensation,
  scatteredValidation,
  sensitiveDataInLog,
  sharedTableWrite,
  slowWorkInRequest,
  sqlInjection,
  stringSql,
  swallowedError,
  syncFileProcessing,
  transactionWithoutTimeout,
  unboundedQuery,
  uncachedRepeatedQuery,
  unexecutedQuery,
  unfilteredWrite,
  unhandledAsyncError,
  uninformativeErrorLog,
  unreleasedConnection,
  unsafeMigration,
  unvalidatedInput,
  unversionedRoute,
  writeInQuery,
]
