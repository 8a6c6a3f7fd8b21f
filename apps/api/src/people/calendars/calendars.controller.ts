import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Right } from '../../auth/permission.decorators';
import { TakesBody } from '../../http/door/limits';
import { TakesShown } from '../../http/press/as-shown';
import { OptionalShown } from '../../http/press/command-headers';
import { PageQuery } from '../../http/schema/page.query';
import { CalendarBody, CalendarChangeQuery, CalendarChangeView, CalendarUnitsView, CalendarView, MonthQuery } from './calendar.view';
import { CalendarsService } from './calendars.service';

@ApiTags('people')
@Controller()
export class CalendarsController {
  constructor(private readonly calendars: CalendarsService) {}

  @Get('calendars')
  @Right('directory.import')
  @ApiOperation({ summary: 'Units, and which of them say something of their own time' })
  @ApiResponse({ status: 200, type: CalendarUnitsView })
  listCalendars(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<CalendarUnitsView> {
    return this.calendars.units(actor, query);
  }

  @Get('units/:id/calendar')
  @Right('directory.import')
  @ApiOperation({ summary: 'How the time of a unit runs in a month' })
  @ApiResponse({ status: 200, type: CalendarView })
  readCalendar(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { month }: MonthQuery,
  ): Promise<CalendarView> {
    return this.calendars.read(actor, id, month);
  }

  @Put('units/:id/calendar')
  @TakesBody('form')
  @Right('directory.import')
  @ApiOperation({ summary: 'Change what a unit says of its own time; open deadlines follow' })
  @TakesShown('The `standing` of the calendar that was changed')
  @ApiResponse({ status: 200, type: CalendarChangeView })
  changeCalendar(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { month, trial }: CalendarChangeQuery,
    @Body() { calendar }: CalendarBody,
    @OptionalShown() shown: string | null,
  ): Promise<CalendarChangeView> {
    const asked = { month, calendar, shown };
    return trial === 'true' ? this.calendars.tryOut(actor, id, asked) : this.calendars.change(actor, id, asked);
  }
}
