import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { TRANSFER_STATES } from '@common/terms';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { AreaField } from '@/components/field/areaField';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { api } from '@/services/session';
import { IdNoSearch } from './idNoSearch';
import { PersonBrief } from './personBrief';
import { nextStep } from './transferCard';
import type { Orders } from './useOrders';

interface ReleaseSheetProps {
  isOpen: boolean;
  onClose: () => void;
  onRelease: Orders['release'];
}

/** 调出人员: found by 身份证号码, confirmed, released. */
export function ReleaseSheet({ isOpen, onClose, onRelease }: ReleaseSheetProps) {
  return (
    <Sheet isOpen={isOpen} title="调出人员" onClose={onClose}>
      <ReleaseForm onRelease={onRelease} />
    </Sheet>
  );
}

type Found = OutputOf<Contract['transfers']['findToRelease']>;

function ReleaseForm({ onRelease }: Pick<ReleaseSheetProps, 'onRelease'>) {
  const [found, setFound] = useState<Found | null>(null);
  const [note, setNote] = useState('');
  return (
    <View>
      <IdNoSearch
        onFind={async (idNo) => setFound(await api.transfers.findToRelease({ idNo }))}
        onChange={() => setFound(null)}
        wordsOf={({ code, message }) =>
          code === 'NOT_FOUND' ? '本单位没有使用此身份证号码的人员，请逐位核对' : message
        }
      />
      {found ? (
        <>
          <PersonBrief person={found} />
          <Next found={found} note={note} onNote={setNote} onRelease={onRelease} />
        </>
      ) : null}
    </View>
  );
}

interface NextProps extends Pick<ReleaseSheetProps, 'onRelease'> {
  found: Found;
  note: string;
  onNote: (note: string) => void;
}

function Next({ found, note, onNote, onRelease }: NextProps) {
  const { transfer } = found;
  if (transfer && !transfer.can.includes('release')) {
    return (
      <Notice tone="waiting">
        {TRANSFER_STATES[transfer.state]}：{nextStep(transfer) || '请在列表中查看'}
      </Notice>
    );
  }
  return (
    <>
      {transfer ? (
        <View className="transfers__refusal">
          <Notice tone="info">本人已申请调往{transfer.toUnitName ?? '其他单位'}，调出即同意其申请。</Notice>
        </View>
      ) : null}
      <AreaField
        id="field-note"
        label="说明"
        value={note}
        onChange={onNote}
        placeholder="现单位会看到，如：调往宜章县中医医院"
        maxLength={200}
      />
      <Button
        id="release-confirm"
        onPress={() => onRelease({ learnerId: found.learnerId, note: note.trim() })}
      >
        确认调出 {found.name}
      </Button>
    </>
  );
}
