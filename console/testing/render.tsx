import { act, render } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';

/** Puts a page between what `ConsoleApp` puts it between; the address that it is at stands in `data-testid="address"`. */
export function Surroundings({ children, at = '/' }: { children: ReactNode; at?: string }) {
  return (
    <ConfigProvider button={{ autoInsertSpace: false }} theme={{ token: { motion: false } }}>
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
