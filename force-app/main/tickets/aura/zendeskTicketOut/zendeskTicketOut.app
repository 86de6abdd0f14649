<aura:application access="GLOBAL" extends="ltng:outApp">
    <aura:dependency resource="c:zendeskTicketView" type="COMPONENT" />
</aura:application>
