import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import type { TransferRow } from '@common/contract/transfers';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { SelectField } from '@/components/field/selectField';
import { Sheet } from '@/components/sheet/sheet';
import { api } from '@/services/session';
import { shortDate } from '@/services/words';
import { DepartmentSheet } from '../parts/departmentSheet';
import { IdNoSearch } from './idNoSearch';
import { PersonBrief } from './personBrief';
import type { Orders } from './useOrders';

interface AdmitSheetProps {
  isOpen: boolean;
  /** One of the list; without it he is looked for by 身份证号码. */
  row?: TransferRow;
  onClose: () => void;
  onAdmit: Orders['admit'];
}

/** 调入人员: only one whom his old unit has released is found; he gets his 科室 here. */
export function AdmitSheet(props: AdmitSheetProps) {
  return (
    <Sheet isOpen={props.isOpen} title="调入人员" onClose={props.onClose}>
      {props.row ? (
        <AdmitRow row={props.row} onAdmit={props.onAdmit} />
      ) : (
        <AdmitByIdNo onAdmit={props.onAdmit} />
      )}
    </Sheet>
  );
}

function AdmitRow({ row, onAdmit }: Pick<AdmitSheetProps, 'onAdmit'> & { row: TransferRow }) {
  return (
    <View>
      <PersonBrief person={row} more={cameFrom(row.fromUnitName, row.releasedAt)} />
      <Department name={row.name} onConfirm={(department) => onAdmit({ transferId: row.id, department })} />
    </View>
  );
}

function AdmitByIdNo({ onAdmit }: Pick<AdmitSheetProps, 'onAdmit'>) {
  const [found, setFound] = useState<{
    idNo: string;
    person: OutputOf<Contract['transfers']['findToAdmit']>;
  } | null>(null);
  return (
    <View>
      <IdNoSearch
        onFind={async (idNo) => setFound({ idNo, person: await api.transfers.findToAdmit({ idNo }) })}
        onChange={() => setFound(null)}
      />
      {found ? (
        <>
          <PersonBrief
            person={found.person}
            more={cameFrom(found.person.fromUnitName, found.person.releasedAt)}
          />
          <Department
            name={found.person.name}
            onConfirm={(department) => onAdmit({ idNo: found.idNo, department })}
          />
        </>
      ) : null}
    </View>
  );
}

const cameFrom = (unit: string, releasedAt: string | null) =>
  `${unit}${releasedAt ? ` ${shortDate(releasedAt)}` : ''} 调出`;

function Department({ name, onConfirm }: { name: string; onConfirm: (department: string) => Promise<void> }) {
  const [department, setDepartment] = useState('');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SelectField
        id="field-department"
        label="到本单位的科室"
        value={department}
        placeholder="选择科室"
        onOpen={() => setOpen(true)}
      />
      <Button id="admit-confirm" onPress={() => onConfirm(department)}>
        确认调入 {name}
      </Button>
      <DepartmentSheet
        isOpen={isOpen}
        value={department}
        onClose={() => setOpen(false)}
        onChoose={(chosen) => {
          setDepartment(chosen);
          setOpen(false);
        }}
      />
    </>
  );
}
