import type { SwipeUpload, TerminalRow } from '@common/contract/terminals';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { client } from '../../../api/session';
import { Upload as Sending } from '../../../api/upload';
import { Guarded } from '../../../components/guarded';
import { useAction } from '../../../hooks/useAction';
import { clockNow, type ReadClock } from '../../terminals/terminalClock';
import { ClockField } from './clockField';
import { SwipeFileButton } from './swipeFileButton';

interface Props {
  activityId: string;
  /** At least one. */
  machines: TerminalRow[];
  onUploaded: (upload: SwipeUpload) => void;
}

/** The three steps with a machine, each where it is needed. */
export function SwipeUploadCard({ activityId, machines, onUploaded }: Props) {
  const [terminalId, setTerminalId] = useState(machines.length === 1 ? machines[0]?.id : undefined);
  const [clock, setClock] = useState<ReadClock | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [share, setShare] = useState(0);
  const download = useAction(async () => {
    const file = await client.terminals.activityFile({ activityId });
    await file.save();
  });
  const upload = useAction(
    async (file: File) => {
      setFailure(null);
      setShare(0);
      const terminalTime = clock ? clockNow(clock, Date.now()) : '';
      if (!terminalId || terminalTime === null) {
        setFailure(terminalId ? '请填写考勤机现在的时间，如 2026-11-21 08:30:05' : '请先选择考勤机');
        return;
      }
      const sending = new Sending(file, setShare);
      onUploaded(
        await client.terminals.uploadSwipes({ activityId, terminalId, terminalTime, file: sending }),
      );
    },
    (error) => {
      setFailure(error.message);
      return true;
    },
  );
  return (
    <section className="card swipe-steps">
      <div>
        <h2>1. 下载活动信息</h2>
        <p className="soft">活动、课程、举办周期，以及已报名和本单位有IC卡的人员，导入考勤机。</p>
        <Guarded permission="holdActivities">
          <Button loading={download.busy} onClick={() => download.run()}>
            下载到考勤机
          </Button>
        </Guarded>
      </div>
      <div>
        <h2>2. 举办活动（刷卡）</h2>
        <p className="soft">
          签到、撤离时在考勤机上刷卡；一分钟内重复刷卡只计一次。没有网络也可以，结束后一起上传。
        </p>
      </div>
      <div className="swipe-steps__upload">
        <h2>3. 上传刷卡记录</h2>
        {failure && <Alert type="error" showIcon title={failure} />}
        <Select
          aria-label="考勤机"
          placeholder="选择考勤机"
          value={terminalId}
          options={machines.map(({ id, name, code }) => ({ value: id, label: `${name}（${code}）` }))}
          onChange={setTerminalId}
        />
        <ClockField clock={clock} onChange={setClock} />
        <Guarded permission="holdActivities">
          <SwipeFileButton busy={upload.busy} share={share} onFile={(file) => void upload.run(file)} />
        </Guarded>
      </div>
    </section>
  );
}
