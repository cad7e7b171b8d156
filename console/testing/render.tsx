import { act, configure, render } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';

// For a busy machine; no test asserts on time.
configure({ asyncUtilTimeout: 20_000 });

/** Puts a page between what `ConsoleApp` puts it between; the address that it is at stands in `data-testid="address"`. */
export function Surroundings({ children, at = '/' }: { children: ReactNode; at?: string }) {
  return (
    // No styles of Ant Design: jsdom would go through all of them for each look at what is visible.
    <ConfigProvider
      button={{ autoInsertSpace: false }}
      theme={{ token: { motion: false }, zeroRuntime: true }}
    >
      <App>
        <MemoryRouter initialEntries={[at]}>
          {children}
          <Address />
        </MemoryRouter>
      </App>
    </ConfigProvider>
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{pathname + search}</output>;
}

/** Draws something in its surroundings. */
export const draw = (children: ReactNode, at?: string) =>
  render(children, { wrapper: ({ children: inner }) => <Surroundings at={at}>{inner}</Surroundings> });

/** Lets everything that is under way come to its end: answers, and what Ant Design measures and moves after them. */
export const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 0)));
