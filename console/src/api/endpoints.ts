import { type Client, createClient } from '@common/contract/client';
import type { EndpointTable } from '@common/contract/table';
import { createFetchTransport, type TransportOptions } from './fetchTransport';

/** Put in by vite.config.ts from the contract, so that no zod is shipped. */
declare const __ENDPOINTS__: EndpointTable;

/** A client of the contract over fetch. */
export function createBrowserClient(options: TransportOptions = {}): Client {
  return createClient(__ENDPOINTS__, createFetchTransport(options));
}
