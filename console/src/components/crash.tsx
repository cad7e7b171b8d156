import { Component, type ReactNode } from 'react';
import { ErrorPanel } from './errorPanel';

/** Catches what a page throws while drawing, such as a chunk that a new release has replaced. */
export class Crash extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) {
      return this.props.children;
    }
    return (
      <ErrorPanel
        title="页面没有打开"
        hint="系统可能刚刚更新，或网络中断。刷新页面即可继续，已保存的内容不受影响。"
        action={{ label: '刷新页面', run: () => window.location.reload() }}
      />
    );
  }
}
