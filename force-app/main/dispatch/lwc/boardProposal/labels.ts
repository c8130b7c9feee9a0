import availability from '@salesforce/label/c.MF_Board_Availability';
import cancel from '@salesforce/label/c.MF_Cancel';
import cost from '@salesforce/label/c.MF_Board_Cost_Part';
import costSecret from '@salesforce/label/c.MF_Board_Cost_Secret';
import crowded from '@salesforce/label/c.MF_Board_Crowded';
import declined from '@salesforce/label/c.MF_Board_Obstacle_Declined';
import eligible from '@salesforce/label/c.MF_Board_Eligible';
import fitRange from '@salesforce/label/c.MF_Board_Fit_Range';
import fitTotal from '@salesforce/label/c.MF_Board_Fit_Total';
import free from '@salesforce/label/c.MF_Board_Legend_Free';
import hoursMissing from '@salesforce/label/c.MF_Board_Obstacle_Hours';
import hoursPlanned from '@salesforce/label/c.MF_Board_Proposal_Hours';
import loading from '@salesforce/label/c.MF_Board_Loading';
import locality from '@salesforce/label/c.MF_Board_Locality';
import loss from '@salesforce/label/c.MF_Board_Loss';
import mandatoryMissing from '@salesforce/label/c.MF_Board_Obstacle_Mandatory';
import otherLine from '@salesforce/label/c.MF_Board_Proposal_Other';
import others from '@salesforce/label/c.MF_Board_Proposal_Others';
import overrideHelp from '@salesforce/label/c.MF_Board_Override_Help';
import overrideReason from '@salesforce/label/c.MF_Board_Override_Reason';
import propose from '@salesforce/label/c.MF_Board_Propose_Now';
import refused from '@salesforce/label/c.MF_Board_Refused';
import skill from '@salesforce/label/c.MF_Board_Skill_Part';
import skillMissing from '@salesforce/label/c.MF_Board_Obstacle_Skill';
import week from '@salesforce/label/c.MF_Board_Week_Column';

/** The words of this component in the user's language. */
export const labels = {
  availability,
  cancel,
  cost,
  costSecret,
  crowded,
  declined,
  eligible,
  fitRange,
  fitTotal,
  free,
  hoursMissing,
  hoursPlanned,
  loading,
  locality,
  loss,
  mandatoryMissing,
  otherLine,
  others,
  overrideHelp,
  overrideReason,
  propose,
  refused,
  skill,
  skillMissing,
  week,
};
