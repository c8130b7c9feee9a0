import allocate from '@salesforce/label/c.MF_Board_Run';
import behind from '@salesforce/label/c.MF_Board_Run_Silent';
import best from '@salesforce/label/c.MF_Board_Run_Best';
import confirmAll from '@salesforce/label/c.MF_Board_Confirm_All';
import coverage from '@salesforce/label/c.MF_Board_Run_Coverage';
import envy from '@salesforce/label/c.MF_Board_Run_Envy';
import failed from '@salesforce/label/c.MF_Board_Run_Failed';
import gap from '@salesforce/label/c.MF_Board_Run_Gap';
import gini from '@salesforce/label/c.MF_Board_Run_Gini';
import jain from '@salesforce/label/c.MF_Board_Run_Jain';
import last from '@salesforce/label/c.MF_Board_Run_Last';
import loading from '@salesforce/label/c.MF_Board_Loading';
import mode from '@salesforce/label/c.MF_Board_Run_Mode';
import modeNoEnvy from '@salesforce/label/c.MF_Board_Run_Mode_No_Envy';
import modeWorth from '@salesforce/label/c.MF_Board_Run_Mode_Worth';
import none from '@salesforce/label/c.MF_Board_Run_None';
import objective from '@salesforce/label/c.MF_Board_Run_Objective';
import overrides from '@salesforce/label/c.MF_Board_Run_Overrides';
import price from '@salesforce/label/c.MF_Board_Run_Price';
import proved from '@salesforce/label/c.MF_Board_Run_Proved';
import reading from '@salesforce/label/c.MF_Board_Run_Reading';
import solving from '@salesforce/label/c.MF_Board_Run_Solving';
import timeLimit from '@salesforce/label/c.MF_Board_Run_Time_Limit';
import unchanged from '@salesforce/label/c.MF_Board_Run_Unchanged';
import waiting from '@salesforce/label/c.MF_Board_Run_Waiting';
import writing from '@salesforce/label/c.MF_Board_Run_Writing';

/** The words of this component in the user's language. */
export const labels = {
  allocate,
  behind,
  best,
  confirmAll,
  coverage,
  envy,
  failed,
  gap,
  gini,
  jain,
  last,
  loading,
  mode,
  modeNoEnvy,
  modeWorth,
  none,
  objective,
  overrides,
  price,
  proved,
  reading,
  solving,
  timeLimit,
  unchanged,
  waiting,
  writing,
};
