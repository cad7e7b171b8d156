import { DIRECTIONS } from '@common/terms';
import { App, Button, Tooltip } from 'antd';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import { showDateTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { CopyAddress } from './copyAddress';
import type { Display, Displays } from './useDisplays';
import './openDisplays.css';

/** The open venue screens of an activity, whoever opened them: any administrator can return to one, or close it. */
export function OpenDisplays({ displays }: { displays: Displays }) {
  return (
    <ul className="open-displays">
      {displays.displays.map((display) => (
        <OpenDisplay key={display.displayId} display={display} close={displays.close} />
      ))}
    </ul>
  );
}

function OpenDisplay({ display, close }: { display: Display; close: Displays['close'] }) {
  const { modal, message } = App.useApp();
  const { screenUrl } = display;
  const word = DIRECTIONS[display.direction];

  const closing = useAction(async () => {
    await close(display.displayId);
    message.success(`${word}大屏已关闭，二维码已失效`);
  });
  const askToClose = () =>
    modal.confirm({
      title: `关闭“${display.courseName}”的${word}大屏？`,
      content: `所有投影上的这块大屏都会关闭，二维码立即失效，正在排队的学员不能再扫码${word}。需要时可以重新打开。`,
      okText: '关闭大屏',
      okButtonProps: { danger: true },
      icon: null,
      onOk: () => closing.run(),
    });
  const showAddress = (url: string) =>
    modal.info({
      title: `${word}大屏的地址`,
      content: <CopyAddress url={url} hint="在投影的电脑上打开这个地址，不需要登录。" />,
      okText: '完成',
      icon: null,
      width: 560,
    });

  return (
    <li>
      <span className={`direction-chip direction-chip--${display.direction}`}>{word}</span>
      <span className="open-displays__what">
        <b>{display.courseName}</b>
        <span className="cell-sub">
          {display.openedBy} {showDateTime(display.openedAt)} 打开，{showDateTime(display.closesAt)} 自动关闭
        </span>
      </span>
      {screenUrl && (
        <Tooltip title="复制大屏地址，在投影的电脑上打开">
          <Button
            type="text"
            aria-label={`复制${word}大屏地址`}
            icon={<Icon name="copy" size={16} />}
            onClick={() => showAddress(screenUrl)}
          />
        </Tooltip>
      )}
      <Guarded permission="holdActivities">
        <Button type="text" danger loading={closing.busy} onClick={askToClose}>
          关闭
        </Button>
      </Guarded>
    </li>
  );
}
