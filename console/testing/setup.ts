/** What a browser has and jsdom lacks, and what vite.config.ts puts in. */
import { TextDecoder, TextEncoder } from 'node:util';
import { endpointTable } from '@common/contract/table';

class NoResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** A later task is all that Ant Design wants of it. Node's own would keep the process alive. */
class LaterTask {
  port1: { onmessage?: () => void } = {};
  port2 = { postMessage: () => setTimeout(() => this.port1.onmessage?.(), 0) };
}

// Of a pseudo-element jsdom knows nothing, and complains at length each time it is asked.
const styleOf = globalThis.getComputedStyle;

/** jsdom's files cannot be read any other way. */
Blob.prototype.arrayBuffer ??= function (this: Blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(this);
  });
};

/** Where text stands is not known to jsdom; the editor asks in order to scroll there. */
if (typeof Range !== 'undefined') {
  Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect ??= () => new DOMRect();
}

Object.assign(globalThis, {
  __ENDPOINTS__: endpointTable(),
  TextEncoder,
  TextDecoder,
  ResizeObserver: NoResizeObserver,
  MessageChannel: LaterTask,
  getComputedStyle: (element: Element) => styleOf(element),
  matchMedia: (media: string) => ({
    media,
    matches: false,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
  scrollTo: () => undefined,
});
