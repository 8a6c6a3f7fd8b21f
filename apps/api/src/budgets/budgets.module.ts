import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { PeopleModule } from '../people/people.module';
import { BudgetImportService } from './budget-import.service';
import { BudgetLinesService } from './budget-lines.service';
import { BudgetsController } from './budgets.controller';
import { BudgetsService } from './budgets.service';

/** Budgets as finance reads and keeps them; what requests draw is posted by `record`. */
@Module({
  imports: [AuthModule, PeopleModule],
  controllers: [BudgetsController],
  providers: [BudgetImportService, BudgetLinesService, BudgetsService],
})
export class BudgetsModule {}
