import type { TransferSelf } from '@common/contract/transfers';
import { TRANSFER_STATES } from '@common/terms';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { StatusTag } from '@/components/status-tag/statusTag';
import { Stepper } from '@/components/stepper/stepper';
import { ask, tell } from '@/services/feedback';
import { api } from '@/services/session';
import { transferSteps } from '@/services/transferSteps';
import { moment } from '@/services/words';

interface OpenTransferProps {
  transfer: TransferSelf;
  onChange: () => Promise<void>;
}

/** A 调动 on its way: the steps, who has it now, and the way back while nobody has acted. */
export function OpenTransfer({ transfer, onChange }: OpenTransferProps) {
  const { id, state, fromUnitName, toUnitName, note, requestedBy, startedAt } = transfer;
  const withdraw = async () => {
    if (await ask('撤回调动申请', '原单位还没有办理调出，撤回后可以重新申请。', '撤回')) {
      await api.transfers.withdrawTransfer({ transferId: id });
      tell('已撤回');
      await onChange();
    }
  };
  return (
    <Card
      title="正在调动"
      aside={<StatusTag tone="waiting">{TRANSFER_STATES[state]}</StatusTag>}
      id="transfer"
    >
      <Stepper stages={transferSteps(transfer)} />
      <View className="gap-m">
        <ListRow title="原单位" value={fromUnitName} />
        <ListRow title="现单位" value={toUnitName ?? '由现单位办理调入'} />
        {note ? <ListRow title="说明" value={note} /> : null}
        <ListRow title={requestedBy === 'learner' ? '申请时间' : '调出时间'} value={moment(startedAt)} />
      </View>
      <View className="t-small gap-s">调动期间不影响您获取学分，已有学分随您转入现单位。</View>
      {state === 'requested' && requestedBy === 'learner' ? (
        <View className="gap-m">
          <Button id="transfer-withdraw" kind="danger" size="small" onPress={withdraw}>
            撤回申请
          </Button>
        </View>
      ) : null}
    </Card>
  );
}
