import { Button } from 'antd';
import { OpenDisplays } from '../openDisplays';
import type { Displays } from '../useDisplays';

/** 已打开的大屏, absent while there are none. */
export function DisplaysCard({ displays }: { displays: Displays }) {
  if (displays.error && displays.displays.length === 0) {
    return (
      <section className="card">
        <div className="card__head">
          <h2>已打开的大屏</h2>
          <Button type="link" onClick={displays.reload}>
            {displays.error.message}，重新加载
          </Button>
        </div>
      </section>
    );
  }
  if (displays.displays.length === 0) {
    return null;
  }
  return (
    <section className="card">
      <div className="card__head">
        <h2>已打开的大屏</h2>
        <span className="faint">可以在任何一台电脑上关闭</span>
      </div>
      <div className="site-displays">
        <OpenDisplays displays={displays} />
      </div>
    </section>
  );
}
