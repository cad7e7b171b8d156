import { PERMISSIONS } from '@common/terms';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ListRow } from '@/components/list-row/listRow';
import { ask } from '@/services/feedback';
import { api } from '@/services/session';
import type { Admin } from './adminGate';

interface NumbersProps {
  learner: { id: string; idNoMasked: string; phoneMasked: string };
  admin: Admin;
}

/** 身份证号码 and 手机号, masked; whoever may sees them whole after being told that it is logged. */
export function Numbers({ learner, admin }: NumbersProps) {
  const [whole, setWhole] = useState<{ idNo: string; phone: string }>();
  const reveal = async () => {
    const isSure = await ask(
      '查看完整号码',
      '查看会以您的姓名记入日志，本人在“谁查阅过我的信息”中可以看到。',
      '查看',
    );
    if (isSure) {
      setWhole(await api.learners.revealNumbers({ learnerId: learner.id }));
    }
  };
  return (
    <>
      <ListRow title="身份证号码" value={whole?.idNo ?? learner.idNoMasked} />
      <ListRow title="手机号" value={whole?.phone ?? learner.phoneMasked} />
      {whole ? null : admin.may('readPersonalData') ? (
        <View className="numbers__reveal">
          <Button id="reveal" kind="secondary" size="small" onPress={reveal}>
            查看完整号码
          </Button>
        </View>
      ) : (
        <View className="t-small">查看完整号码需要“{PERMISSIONS.readPersonalData}”权限</View>
      )}
    </>
  );
}
