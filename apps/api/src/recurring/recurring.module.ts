import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { RecurringController } from './recurring.controller';
import { RecurringService } from './recurring.service';

@Module({
  imports: [PeopleModule],
  controllers: [RecurringController],
  providers: [RecurringService],
})
export class RecurringModule {}
